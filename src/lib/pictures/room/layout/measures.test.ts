import { expect, it } from 'vitest';
import { SIZES } from '../../sizes.fixture';
import { measuresOf } from './measures';

const at = (width: number, height: number) => measuresOf({ width, height });

it('has letters that can be read at every size', () => {
	for (const [width, height, scale] of SIZES) {
		const { name, post } = at(width / scale, height / scale);
		expect(Math.min(name, post), `${width}×${height}`).toBeGreaterThanOrEqual(13);
	}
});

it('shows all offices on a laptop and on a high stage, none on the smallest', () => {
	expect(at(640, 520).offices).toBe('all');
	expect(at(380, 600).offices).toBe('all');
	expect(at(390, 240).offices).toBe('told');
	expect(at(320, 180).offices).toBe('none');
});

it('grows with the picture, up to a limit', () => {
	expect(at(1100, 640).disc).toBeGreaterThan(at(860, 520).disc);
	expect(at(4000, 3000)).toEqual(at(2000, 1500));
});
