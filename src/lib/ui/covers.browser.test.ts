import { expect, it, vi } from 'vitest';
import { Covers } from './covers';

it('knows what lies over the map, and says when it comes, changes its size and goes', async () => {
	const onchange = vi.fn();
	const covers = new Covers(onchange);
	const element = document.createElement('div');
	element.style.cssText = 'width: 40px; height: 20px';
	document.body.append(element);
	const leave = covers.register(element);
	expect(covers.elements).toEqual([element]);
	await expect.poll(() => onchange.mock.calls.length).toBe(1);
	element.style.width = '80px';
	await expect.poll(() => onchange.mock.calls.length).toBe(2);
	leave?.();
	expect(covers.elements).toEqual([]);
	await expect.poll(() => onchange.mock.calls.length).toBe(3);
	element.remove();
});
