import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator } from '@playwright/test';
import {
	expectPhase,
	firstScreen,
	goTo,
	kiosk,
	openKiosk,
	pass,
	passage,
	showSame,
	touch,
	visit,
	watchKiosk
} from '../support/kiosk';

test.use({ viewport: { width: 1080, height: 1920 } });

/** Screens that museums have: CSS px, and inches of the diagonal. */
const SCREENS = [
	[1080, 1920, 21.5],
	[1080, 1920, 32],
	[1920, 1080, 21.5],
	[1920, 1080, 24],
	[1920, 1080, 32],
	[2160, 3840, 55],
	[3840, 2160, 43],
	[3840, 2160, 65]
] as const;

/** Boxes of everything that is seen and can be pressed. */
const boxesOf = async (buttons: Locator) => {
	const boxes: { name: string; x: number; y: number; width: number; height: number }[] = [];
	for (const button of await buttons.all()) {
		if (!(await button.isVisible())) continue;
		const box = await button.boundingBox();
		if (box) boxes.push({ name: (await button.innerText()).replace(/\s+/g, ' '), ...box });
	}
	return boxes;
};

for (const [width, height, inches] of SCREENS) {
	test.describe(`${width} × ${height}, ${inches} inches`, () => {
		test.use({ viewport: { width, height } });
		const usual = inches === 32 || (width === 1920 && inches === 21.5);

		test(
			'everything touched is 20 mm and in reach, capitals are 4.8 mm, lines 45 to 55 characters',
			{ tag: usual ? [] : '@full' },
			async ({ page }) => {
				// Flights cost time at 4K, and are not what is looked at.
				await page.emulateMedia({ reducedMotion: 'reduce' });
				const mm = Math.hypot(width, height) / (inches * 25.4);
				const check = async (buttons: Locator, least: number) => {
					const boxes = await boxesOf(buttons);
					expect(boxes.length).toBeGreaterThanOrEqual(least);
					for (const box of boxes) {
						expect(box.height / mm, `height of “${box.name}”, mm`).toBeGreaterThanOrEqual(19.9);
						expect(box.width / mm, `width of “${box.name}”, mm`).toBeGreaterThanOrEqual(19.9);
						expect(box.x, box.name).toBeGreaterThanOrEqual(0);
						expect(box.x + box.width, box.name).toBeLessThanOrEqual(width);
						expect(box.y + box.height, box.name).toBeLessThanOrEqual(height);
						if (height > width) {
							expect(box.y, `top of “${box.name}”`).toBeGreaterThanOrEqual(0.55 * height - 1);
						}
					}
					for (const [i, a] of boxes.entries()) {
						for (const b of boxes.slice(i + 1)) {
							const apart = Math.max(
								a.x - b.x - b.width,
								b.x - a.x - a.width,
								a.y - b.y - b.height,
								b.y - a.y - a.height
							);
							expect(apart / mm, `between “${a.name}” and “${b.name}”, mm`).toBeGreaterThan(1.9);
						}
					}
				};
				await openKiosk(page, `?diag=${inches}`);
				await check(page.locator('[data-attract] button'), 1);
				await touch(page);
				await expectPhase(page, 'choose');
				await check(page.locator('[data-choose] button'), 3);
				await page.locator('[data-tour="full"]').click();
				await goTo(page, 'rumour');
				await check(page.locator('.visit button'), 13);
				await page.locator('[data-open^="panel-"]').click();
				await check(page.locator('dialog[open] .foot button'), 1);
				await page.locator('[data-close]').click();
				await page.locator('[data-open^="names-"]').click();
				await check(page.locator('dialog[open] .choices button'), 4);
				/** Capital heights of the two fonts, as shares of their size. */
				for (const [selector, cap] of [
					['.telegram p', 1187 / 2048],
					['.narration p', 0.67]
				] as const) {
					const words = passage(page).locator(selector).first();
					const { size, perLine } = await words.evaluate((element) => {
						const { fontSize, lineHeight } = getComputedStyle(element);
						const lines = Math.round(
							element.getBoundingClientRect().height / parseFloat(lineHeight)
						);
						return {
							size: parseFloat(fontSize),
							perLine: (element.textContent?.trim().length ?? 0) / lines
						};
					});
					expect((size * cap) / mm, selector).toBeGreaterThanOrEqual(4.8);
					// Whole lines have 45 to 55; the last one is short. On a small screen large letters come first.
					expect(perLine, selector).toBeGreaterThanOrEqual(inches < 30 ? 32 : 38);
					expect(perLine, selector).toBeLessThanOrEqual(56);
				}
			}
		);
	});
}

test('portrait: map, text, table, controls from top to bottom, and no scroll bar anywhere', async ({
	page
}) => {
	await openKiosk(page);
	await visit(page);
	const tops = [];
	for (const part of ['.map-box', '.words', '.openers', '.bar', '[data-controls]']) {
		const box = await page.locator(part).boundingBox();
		tops.push(box?.y ?? -1);
	}
	expect(tops).toEqual([...tops].sort((a, b) => a - b));
	expect(tops[0]).toBe(0);
	const scrolls = await page.evaluate(() => ({
		across: document.documentElement.scrollWidth - innerWidth,
		down: document.documentElement.scrollHeight - innerHeight
	}));
	expect(scrolls).toEqual({ across: 0, down: 0 });
});

/** Where all that is seen and pressed begins; of a list that scrolls counts what is seen of it. */
const topsIn = (part: Locator) =>
	part.evaluate((root) =>
		[...root.querySelectorAll('button')].flatMap((button) => {
			const box = button.getBoundingClientRect();
			const list = button.closest('[data-body]')?.getBoundingClientRect();
			const seen =
				button.checkVisibility() && !(list && (box.top >= list.bottom || box.bottom <= list.top));
			const top = Math.max(box.top, list?.top ?? 0);
			const name = button.innerText.replace(/\s+/g, ' ');
			return seen ? [{ name, top, least: Math.min(box.width, box.height) }] : [];
		})
	);

for (const [width, height, inches] of SCREENS.filter(([width, height]) => height > width)) {
	for (const reach of [45, 30]) {
		test.describe(`${width} × ${height}, ${inches} inches`, () => {
			test.use({ viewport: { width, height }, reducedMotion: 'reduce' });

			// The most mm in the fewest px; the others ask for less.
			const hardest = inches === 21.5 && reach === 30;

			test(
				`a reach of ${reach} % is enough, in every sheet and at every size of text`,
				{ tag: hardest ? [] : '@full' },
				async ({ page }) => {
					const mm = Math.hypot(width, height) / (inches * 25.4);
					const expectInReach = async (part: Locator, least: number) => {
						const tops = await topsIn(part);
						expect(tops.length).toBeGreaterThanOrEqual(least);
						expect(tops.filter(({ top }) => top < (1 - reach / 100) * height - 1)).toEqual([]);
						expect(tops.filter(({ least }) => least / mm < 19.9)).toEqual([]);
					};
					const sheet = page.locator('dialog.sheet');
					const expectList = async () => {
						await page.locator('[data-open^="names-"]').click();
						await expectInReach(sheet, 2);
						const { rows, whole } = await sheet.locator('[data-body]').evaluate((list) => {
							const edge = list.getBoundingClientRect().bottom + 1;
							const boxes = [...list.querySelectorAll('button')].map((b) =>
								b.getBoundingClientRect()
							);
							const tops = (of: DOMRect[]) => new Set(of.map(({ top }) => Math.round(top))).size;
							return {
								rows: tops(boxes),
								whole: tops(boxes.filter(({ bottom }) => bottom <= edge))
							};
						});
						expect(whole, 'rows that are seen whole').toBeGreaterThanOrEqual(Math.min(2, rows));
						// Names in the words and marks on the map lie higher: the list is the way to them that is in reach.
						const cardsIn = (part: Locator) =>
							part.evaluateAll((all) => [...new Set(all.map((one) => one.dataset.card))].sort());
						const above = page.locator('.beat:not([hidden]) [data-card], [data-map] [data-card]');
						expect(await cardsIn(sheet.locator('[data-card]'))).toEqual(await cardsIn(above));
						await sheet.locator('[data-close]').click();
					};

					await openKiosk(page, `?diag=${inches}&reach=${reach}`);
					await expectInReach(page.locator('[data-attract]'), 1);
					await touch(page);
					await expectInReach(page.locator('[data-choose]'), 3);
					await page.locator('[data-tour="full"]').click();
					// Two long cards.
					await goTo(page, 'rumour');
					await expectInReach(page.locator('.visit'), 10);
					// The largest map, most buttons in a row, the longest name and the longest list.
					await goTo(page, 'bracket');
					for (let size = 0; size < 3; size += 1) {
						await expectInReach(page.locator('.visit'), 19);
						await expectList();
						for (const kind of ['panel-', 'notes-', 'chart-', 'signs', 'home']) {
							await page.locator(`[data-open^="${kind}"]`).click();
							await expectInReach(sheet, 1);
							await sheet.locator('[data-close]').click();
						}
						await page.locator('[data-larger]').click();
					}
					// Three cards, one, none.
					for (const beat of ['the-order', 'films', 'unfinished-meeting']) {
						await goTo(page, beat);
						await expectInReach(page.locator('.visit'), 10);
						await expectList();
					}
					await goTo(page, 'unfinished-meeting');
					await page.locator('[data-open^="guess-"]').click();
					await expectInReach(sheet, 4);
					await sheet.locator('[data-guess]').last().click();
					await expectInReach(sheet, 4);
					await sheet.locator('[data-close]').click();
					await goTo(page, 'ways-on');
					await page.locator('[data-next]').click();
					await expectInReach(page.locator('[data-choose]'), 4);
					await page.clock.fastForward(121_000);
					await expectInReach(page.locator('[data-ask]'), 1);
				}
			);
		});
	}
}

test('a passage shows its picture in the map’s place, and cards of those who speak in the table’s', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openKiosk(page);
	await visit(page);
	const picture = (name: RegExp) => page.getByRole('group', { name });
	const table = page.locator('[data-table]');
	await goTo(page, 'hosts');
	await expect(picture(/^The diagram of the room with all five Cubans/)).toHaveAttribute(
		'data-picture',
		'room'
	);
	await expect(table).toBeVisible();
	await goTo(page, 'telephone');
	await expect(picture(/^In the room a dotted line leads from Dorticós/)).toBeVisible();
	await expect(page.locator('[data-participant="dorticos"]')).toContainText(
		/Dorticós.*to the Soviets.*president.*telephones/s
	);
	await expect(table).toHaveCount(0);
	await expect(page.locator('[data-map]')).toBeHidden();
	await goTo(page, 'two-u2s');
	await expect(page.locator('.map-box [data-chart-sheet]')).toBeInViewport({ ratio: 1 });
	await goTo(page, 'midnight');
	await expect(page.locator('[data-picture]')).toHaveCount(0);
	await expect(page.locator('[data-map]')).toBeVisible();
	await expect(table).toBeVisible();
});

test('the number of a paragraph stands clear of its words, and no heading of the table over nobody', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openKiosk(page);
	await visit(page);
	for (const beat of ['october', 'hosts', 'the-order']) {
		await goTo(page, beat);
		const bare = await page.locator('[data-table] .side').evaluateAll((sides) =>
			sides.flatMap((side) => {
				const heading = side.querySelector('p');
				const seen = heading?.checkVisibility({ visibilityProperty: true });
				return seen && !side.querySelector('[data-person]') ? [heading?.textContent] : [];
			})
		);
		expect(bare, beat).toEqual([]);
	}
	const near = await page.locator('.pane').evaluate((pane) =>
		[...pane.querySelectorAll<HTMLElement>('.beat')].flatMap((beat) => {
			const { hidden } = beat;
			beat.hidden = false;
			const found = [...beat.querySelectorAll('.telegram:not(.named)')].flatMap((telegram) => {
				const number = telegram.querySelector('.paragraph-number');
				const words = telegram.querySelector('p');
				if (!number || !words) return [`${beat.id} has no number`];
				const { left } = words.getBoundingClientRect();
				const { right, height } = number.getBoundingClientRect();
				return left - right < height / 4 ? [`${beat.id}: ${number.textContent}`] : [];
			});
			beat.hidden = hidden;
			return found;
		})
	);
	expect(near).toEqual([]);
});

test('landscape: the words take 45 %, the controls the bottom', async ({ page }) => {
	await page.setViewportSize({ width: 1920, height: 1080 });
	await openKiosk(page);
	await visit(page);
	const words = await page.locator('.words').boundingBox();
	const controls = await page.locator('[data-controls]').boundingBox();
	expect(words?.x).toBe(0);
	expect(words?.width).toBeCloseTo(864, 0);
	expect((controls?.y ?? 0) + (controls?.height ?? 0)).toBeCloseTo(1080, 0);
	expect(controls?.width).toBe(1920);
});

test('the attract loop tells four sentences of the story, in both languages how to begin, and moves on', async ({
	page
}) => {
	await openKiosk(page);
	const attract = page.locator('[data-attract]');
	await expect(attract).toContainText('Touch to begin');
	await expect(attract).toContainText('Toque para empezar');
	const told = new Set<string>();
	for (let scene = 0; scene < 4; scene += 1) {
		await expect(attract).toHaveAttribute('data-scene', String(scene));
		told.add(await attract.locator('.sentence').innerText());
		await page.clock.fastForward(11_000);
	}
	expect(told.size).toBe(4);
	await expect(attract).toHaveAttribute('data-scene', '0');
	const story = await page.locator('.beats').evaluate((all) => all.textContent ?? '');
	for (const sentence of told) expect(story.replace(/\s+/g, ' ')).toContain(sentence);
});

test('the whole page is moved by a few pixels, so that no edge stands for half an hour', async ({
	page
}) => {
	await openKiosk(page);
	const at = async () => {
		const box = await page.locator('[data-begin]').boundingBox();
		return `${box?.x} ${box?.y}`;
	};
	const seen = new Set([await at()]);
	for (let i = 0; i < 4; i += 1) {
		await page.clock.fastForward(91_000);
		seen.add(await at());
	}
	expect(seen.size).toBeGreaterThanOrEqual(4);
});

test('any touch and any key begin, and the touch presses nothing that comes up under it', async ({
	page
}) => {
	await openKiosk(page);
	// Where the choice will have its buttons.
	await page.mouse.click(540, 1780);
	await expectPhase(page, 'choose');
	await page.reload();
	await expect(kiosk(page)).toHaveAttribute('data-ready', 'true');
	await page.keyboard.press('Enter');
	await expectPhase(page, 'choose');
	await page.keyboard.press('Enter');
	await expectPhase(page, 'visit');
});

test('dark hours: nearly black until a touch, and dark again afterwards', async ({ page }) => {
	await openKiosk(page, '', { hours: { from: '18:00', to: '20:00' } });
	const dark = page.locator('[data-dark]');
	await expect(dark).toContainText('Closed until 18:00');
	const before = await dark.locator('p').boundingBox();
	await page.clock.fastForward(61_000);
	expect(await dark.locator('p').boundingBox()).not.toEqual(before);
	await touch(page);
	await expectPhase(page, 'choose');
	await expect(dark).toHaveCount(0);
	await page.clock.fastForward(151_000);
	await expect(dark).toBeVisible();
});

test('a tour says how many minutes it really takes, and the shorter one stops at fewer passages', async ({
	page
}) => {
	await openKiosk(page);
	await touch(page);
	const told = await page.locator('[data-tour] span').allInnerTexts();
	const numbers = told.map((line) => line.match(/\d+/g)?.map(Number) ?? []);
	const words = await page.locator('.beat').evaluateAll((beats) =>
		beats
			.map((beat) => beat.querySelectorAll('[data-telegram], .narration p'))
			.flatMap((parts) => [...parts])
			.map((part) => part.textContent?.trim().split(/\s+/).length ?? 0)
			.reduce((sum, count) => sum + count, 0)
	);
	expect(Math.abs((numbers[2]?.[0] ?? 0) - words / 220)).toBeLessThan(1);
	expect(numbers[0]?.[0]).toBeLessThan(numbers[1]?.[0] ?? 0);
	await page.locator('[data-tour="2"]').click();
	await expect(page.locator('[data-progress]')).toHaveText(`Passage 1 of ${numbers[0]?.[1]}`);
});

test('Next, Back and Start over never move; after the last passage stands a choice, and a way back', async ({
	page
}) => {
	await openKiosk(page);
	await visit(page, '2');
	const places = async () => {
		const all = [];
		for (const part of ['next', 'back', 'restart']) {
			all.push(await page.locator(`[data-${part}]`).boundingBox());
		}
		// The browser lays out in 64ths of a px.
		return JSON.stringify(all, (_, value: unknown) =>
			typeof value === 'number' ? Math.round(value * 10) / 10 : value
		);
	};
	const first = await places();
	await expect(page.locator('[data-back]')).toHaveAttribute('aria-disabled', 'true');
	for (let i = 1; i < 7; i += 1) {
		await page.locator('[data-next]').click();
		expect(await places()).toBe(first);
	}
	await page.locator('[data-next]').click();
	await expectPhase(page, 'choose');
	await expect(page.locator('[data-choose] h2')).toContainText('end');
	await page.locator('[data-choose] [data-back]').click();
	await expect(page.locator('[data-progress]')).toHaveText('Passage 7 of 7');
	expect(await places()).toBe(first);
});

test('the telegram’s words are those of the story, to the letter', async ({ page, baseURL }) => {
	const other = await (await page.request.get(`${baseURL}/`)).text();
	await openKiosk(page);
	const wordsOf = (html: string) =>
		page.evaluate((text) => {
			const parsed = new DOMParser().parseFromString(text, 'text/html');
			return [...parsed.querySelectorAll('[data-telegram]')].map((part) => part.textContent);
		}, html);
	expect(await wordsOf(await page.content())).toEqual(await wordsOf(other));
});

test('a tour plays by itself only when told, and any touch pauses it', async ({ page }) => {
	await openKiosk(page);
	await visit(page);
	await page.clock.fastForward(60_000);
	await expect(passage(page)).toHaveAttribute('id', 'cover');
	await page.locator('[data-play]').click();
	await expect(page.locator('[data-play]')).toContainText('Pause');
	await page.clock.fastForward(20_000);
	await expect(passage(page)).toHaveAttribute('id', 'october');
	await page.mouse.click(30, 60);
	await expect(page.locator('[data-play]')).toContainText('Play');
	await page.clock.fastForward(60_000);
	await expect(passage(page)).toHaveAttribute('id', 'october');
	await page.locator('[data-play]').click();
	await page.locator('[data-play]').click();
	await expect(page.locator('[data-play]')).toContainText('Play');
});

test('a tour that plays by itself asks as well; its button plays on, any other touch pauses', async ({
	page
}) => {
	await openKiosk(page);
	await visit(page);
	const play = page.locator('[data-play]');
	const ask = page.locator('[data-ask]');
	for (const [y, name] of [
		[1750, 'Pause'],
		[300, 'Play']
	] as const) {
		if (!(await play.innerText()).includes('Pause')) await play.click();
		await page.clock.fastForward(121_000);
		await expect(ask).toBeVisible();
		await page.mouse.click(540, y);
		await expect(ask).toHaveCount(0);
		await expect(play).toContainText(name);
	}
});

test('a long passage says that there is more, shows it, and leads back up', async ({ page }) => {
	// A page that still glides when it is turned again is turned by less: here each turn is at once.
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openKiosk(page);
	await visit(page);
	await goTo(page, 'rumour');
	await page.locator('[data-larger]').click();
	await page.locator('[data-larger]').click();
	const more = page.locator('[data-more]');
	await expect(more).toContainText('More');
	for (let i = 0; i < 6 && (await more.innerText()).includes('More'); i += 1) {
		await more.click();
		await page.clock.runFor(1200);
	}
	await expect(more).toContainText('Back up');
	const last = passage(page).locator('.narration p').last();
	await expect(last).toBeInViewport();
	await more.click();
	await page.clock.runFor(1200);
	await expect(more).toContainText('More');
});

test(
	'people, names, background, notes, signs and codes open inside, and one big button closes them',
	{ tag: '@smoke' },
	async ({ page }) => {
		await openKiosk(page);
		await visit(page);
		await goTo(page, 'rumour');
		const sheet = page.locator('dialog.sheet');
		const close = sheet.locator('[data-close]');
		await page.locator('[data-participant="guevara"] button').click();
		await expect(sheet).toContainText('Ernesto “Che” Guevara');
		await close.click();
		await expect(sheet).toHaveCount(0);
		await passage(page).locator('[data-card="person-guevara"]').click();
		await expect(sheet).toContainText('Ernesto “Che” Guevara');
		await close.click();
		await page.locator('[data-open^="names-"]').click();
		await sheet.locator('[data-card="place-paraguay"]').click();
		await expect(sheet.locator('h3')).toContainText('Paraguay');
		await close.click();
		await page.locator('[data-open^="panel-"]').click();
		await expect(sheet).toContainText('12,600 km');
		await close.click();
		await page.locator('[data-open^="notes-"]').click();
		await expect(sheet).toContainText('Only this telegram says so');
		await close.click();
		await page.locator('[data-open="signs"]').click();
		await expect(sheet.locator('.sign').first()).toBeVisible();
		await close.click();
		await expect(passage(page)).toHaveAttribute('id', 'rumour');
	}
);

test('a guess is answered, said again at the end, and forgotten with the visit', async ({
	page
}) => {
	await openKiosk(page);
	await visit(page);
	await goTo(page, 'unfinished-meeting');
	const happened = passage(page).getByText('Kennedy announces the bombers will leave');
	await expect(happened).toBeHidden();
	const told = page.locator('[data-picture="evening"]').getByText('18:00');
	await expect(told).toHaveCount(0);
	// The background tells what happened.
	const background = page.locator('[data-open="panel-unfinished-meeting"]');
	await expect(background).toHaveCount(0);
	await page.locator('[data-open^="guess-"]').click();
	const sheet = page.locator('dialog.sheet');
	await sheet.getByRole('button', { name: 'He refuses.' }).click();
	await expect(sheet.getByText('You guessed that he refuses.')).toBeVisible();
	await sheet.locator('[data-close]').click();
	await expect(happened).toBeVisible();
	await expect(told).toBeVisible();
	await expect(background).toBeVisible();
	await goTo(page, 'ways-on');
	await expect(passage(page).getByText('You guessed that he refuses.')).toBeVisible();
	await pass(page, 160_000);
	await expectPhase(page, 'attract');
	await visit(page);
	await goTo(page, 'unfinished-meeting');
	await expect(happened).toBeHidden();
	expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('refuses');
});

test('the codes lead home and to large print, at the same passage, 30 mm square and in white', async ({
	page
}) => {
	await openKiosk(page, '', { home: 'https://museum.example/t/' });
	await visit(page);
	await goTo(page, 'rumour');
	await page.locator('[data-open="home"]').click();
	const codes = page.locator('dialog .qr');
	await expect(codes).toHaveCount(2);
	const addresses = await codes.evaluateAll((all) => all.map((code) => code.dataset.qr));
	expect(addresses).toEqual([
		'https://museum.example/t/#rumour',
		'https://museum.example/t/large/rumour/'
	]);
	const mm = Math.hypot(1080, 1920) / (32 * 25.4);
	for (const code of await codes.all()) {
		const modules = Number((await code.locator('svg').getAttribute('viewBox'))?.split(' ')[2]);
		const box = await code.locator('svg').boundingBox();
		// Without its quiet zone of four modules on each side.
		expect(((box?.width ?? 0) * (modules - 8)) / modules / mm).toBeGreaterThanOrEqual(30);
		await expect(code.locator('figcaption')).toContainText('museum.example/t');
	}
});

test('the page in large print has the passage, the narrator, the notes and a way to the whole', async ({
	page
}) => {
	const trouble = watchKiosk(page);
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/large/rumour/');
	await expect(page.locator('h1')).toHaveText('A missile base in Paraguay?');
	await expect(page.locator('[data-telegram]')).toContainText('unconfirmed information');
	await expect(page.getByText('Only this telegram says so')).toBeVisible();
	const size = await page
		.locator('[data-telegram]')
		.evaluate((words) => parseFloat(getComputedStyle(words).fontSize));
	expect(size).toBeGreaterThanOrEqual(24);
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations).toEqual([]);
	await page.getByRole('link', { name: 'Read the whole story' }).click();
	await expect(page).toHaveURL(/\/#rumour$/);
	expect(trouble()).toEqual([]);
});

test('nothing leaves: no link, no field, no other origin, no history, whatever is pressed', async ({
	page
}) => {
	const trouble = watchKiosk(page);
	await openKiosk(page);
	expect(
		await page.locator('a, input, textarea, select, iframe, [target], [contenteditable]').count()
	).toBe(0);
	const inside = await page
		.locator('template')
		.evaluateAll((all) =>
			all.reduce(
				(sum, template) =>
					sum + (template as HTMLTemplateElement).content.querySelectorAll('a, input').length,
				0
			)
		);
	expect(inside).toBe(0);
	const address = page.url();
	const history = await page.evaluate(() => window.history.length);
	await visit(page);
	await goTo(page, 'bracket');
	const buttons = page.locator('.visit button');
	for (let i = 0; i < (await buttons.count()); i += 1) {
		if (await buttons.nth(i).isVisible()) await buttons.nth(i).click();
		const close = page.locator('dialog [data-close]');
		if (await close.isVisible()) await close.click();
		if ((await kiosk(page).getAttribute('data-phase')) !== 'visit') break;
	}
	await page.keyboard.press('Alt+ArrowLeft');
	await page.keyboard.press('Backspace');
	expect(page.url()).toBe(address);
	expect(await page.evaluate(() => window.history.length)).toBe(history);
	expect(trouble()).toEqual([]);
});

test('the browser’s own gestures are taken away', async ({ page }) => {
	await openKiosk(page);
	await visit(page);
	const prevented = await page.evaluate(() => {
		const at = document.querySelector('.telegram') ?? document.body;
		const init = { bubbles: true, cancelable: true };
		return {
			menu: !at.dispatchEvent(new MouseEvent('contextmenu', init)),
			drag: !at.dispatchEvent(new DragEvent('dragstart', init)),
			select: !at.dispatchEvent(new Event('selectstart', init)),
			pinch: !at.dispatchEvent(new Event('gesturestart', init)),
			zoom: !at.dispatchEvent(new WheelEvent('wheel', { ...init, ctrlKey: true })),
			print: !at.dispatchEvent(new KeyboardEvent('keydown', { ...init, key: 'p', ctrlKey: true })),
			scroll: !at.dispatchEvent(new WheelEvent('wheel', init))
		};
	});
	expect(prevented).toEqual({
		menu: true,
		drag: true,
		select: true,
		pinch: true,
		zoom: true,
		print: true,
		scroll: false
	});
	await page.locator('.telegram').first().dblclick();
	expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
	const css = await page.evaluate(() => ({
		over: getComputedStyle(document.documentElement).overscrollBehaviorX,
		touch: getComputedStyle(document.querySelector('[data-kiosk]') ?? document.body).touchAction,
		pane: getComputedStyle(document.querySelector('[data-pane]') ?? document.body).touchAction
	}));
	expect(css).toEqual({ over: 'none', touch: 'none', pane: 'pan-y' });
});

test('a whole visit with a keypad of arrows, Enter and Escape', async ({ page }) => {
	await openKiosk(page);
	const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 400) ?? '');
	await page.keyboard.press('ArrowDown');
	await expectPhase(page, 'choose');
	await page.keyboard.press('ArrowDown');
	expect(await focused()).toContain('data-tour="5"');
	const ring = await page.evaluate(() =>
		parseFloat(getComputedStyle(document.activeElement ?? document.body).outlineWidth)
	);
	expect(ring).toBeGreaterThanOrEqual(3);
	await page.keyboard.press('Enter');
	await expectPhase(page, 'visit');
	for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowLeft');
	await expect(passage(page)).toHaveAttribute('id', 'brazil-plan');
	/** Goes down until something has the focus, as a visitor without Tab must. */
	const downTo = async (wanted: string) => {
		for (let i = 0; i < 30 && !(await focused()).includes(wanted); i += 1) {
			await page.keyboard.press('ArrowDown');
		}
		expect(await focused()).toContain(wanted);
	};
	await downTo('data-card="person-mikoyan"');
	await page.keyboard.press('Enter');
	await expect(page.locator('dialog.sheet')).toContainText('Mikoyan');
	expect(await focused()).toContain('data-close');
	const body = page.locator('[data-body]');
	await page.keyboard.press('ArrowDown');
	await page.clock.runFor(1000);
	await expect.poll(() => body.evaluate((node) => node.scrollTop)).toBeGreaterThan(0);
	await page.keyboard.press('Enter');
	await expect(page.locator('dialog.sheet')).toHaveCount(0);
	expect(await focused()).toContain('data-card="person-mikoyan"');
	await downTo('data-open="signs"');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(page.locator('dialog.sheet')).toHaveCount(0);
	await downTo('data-contrast');
	await page.keyboard.press('Enter');
	await expect(kiosk(page)).toHaveAttribute('data-strong', 'true');
	await downTo('data-restart');
	await page.keyboard.press('Enter');
	await expectPhase(page, 'choose');
	for (const letter of ['n', 'f', '/', "'"]) await page.keyboard.press(letter);
	await expectPhase(page, 'choose');
});

test(
	'after two minutes it asks, any touch is an answer, and otherwise everything is forgotten',
	{ tag: '@smoke' },
	async ({ page }) => {
		await openKiosk(page);
		const first = await firstScreen(page);
		await visit(page, '5');
		await page.locator('[data-next]').click();
		await page.locator('[data-larger]').click();
		await page.locator('[data-contrast]').click();
		await page.clock.fastForward(119_000);
		const ask = page.locator('[data-ask]');
		await expect(ask).toHaveCount(0);
		await page.clock.fastForward(2000);
		await expect(ask).toContainText('Still reading?');
		for (let i = 0; i < 3; i += 1) {
			// Over the control that lies underneath: the answer presses nothing.
			await page.mouse.click(760, 1736);
			await expect(ask).toHaveCount(0);
			await expect(passage(page)).toHaveAttribute('id', 'invitation');
			await page.clock.fastForward(121_000);
			await expect(ask).toBeVisible();
		}
		await page.keyboard.press('ArrowRight');
		await expect(ask).toHaveCount(0);
		await expect(passage(page)).toHaveAttribute('id', 'invitation');
		await page.locator('[data-person="mikoyan"] button').click();
		// Whatever the page scrolls by itself is nobody's.
		await page.clock.fastForward(60_000);
		await page.locator('[data-body]').evaluate((node) => node.scrollBy(0, 50));
		await page.clock.fastForward(61_000);
		await expect(ask).toBeVisible();
		await page.clock.fastForward(31_000);
		await expectPhase(page, 'attract');
		await expect(page.locator('dialog')).toHaveCount(0);
		expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toBe('{}');
		// The loop may have moved on between the look at its scene and the picture.
		const blank = await page.context().newPage();
		await page.bringToFront();
		await expect.poll(async () => showSame(blank, await firstScreen(page), first)).toBe(true);
	}
);

test('strong contrast and larger text last for the visit', async ({ page }) => {
	await openKiosk(page);
	await visit(page);
	const size = () =>
		passage(page)
			.locator('.narration p')
			.first()
			.evaluate((words) => parseFloat(getComputedStyle(words).fontSize));
	const before = await size();
	await page.locator('[data-larger]').click();
	expect(await size()).toBeCloseTo(1.2 * before, 0);
	await page.locator('[data-contrast]').click();
	await page.locator('[data-next]').click();
	await page.locator('[data-restart]').click();
	await page.locator('[data-tour="2"]').click();
	expect(await size()).toBeCloseTo(1.2 * before, 0);
	await expect(kiosk(page)).toHaveAttribute('data-strong', 'true');
});

for (const strong of [false, true]) {
	test(
		`axe finds nothing, and text has 7:1${strong ? ', in strong contrast' : ''}`,
		{ tag: strong ? '@full' : [] },
		async ({ page }) => {
			await openKiosk(page);
			const clean = async (part = 'html') => {
				const axe = new AxeBuilder({ page })
					.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
					.options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
					.include(part)
					.exclude('[data-map]');
				const { violations } = await axe.analyze();
				expect(
					violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
				).toEqual([]);
			};
			await clean();
			await touch(page);
			await clean();
			await page.locator('[data-tour="full"]').click();
			if (strong) await page.locator('[data-contrast]').click();
			await goTo(page, 'bracket');
			await clean();
			for (const sheet of strong ? ['notes-'] : ['panel-', 'notes-', 'names-', 'home']) {
				await page.locator(`[data-open^="${sheet}"]`).click();
				await clean('dialog[open]');
				await page.locator('[data-close]').click();
			}
			await page.clock.fastForward(121_000);
			await clean();
		}
	);
}

test('for those who want less motion nothing flies', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openKiosk(page);
	await visit(page);
	await goTo(page, 'rumour');
	await expect(page.locator('[data-map]')).toHaveAttribute('data-settled', 'true');
	await page.locator('[data-next]').click();
	const cameras = new Set<string | null>();
	for (let i = 0; i < 4; i += 1) {
		cameras.add(await page.locator('[data-camera]').getAttribute('data-camera'));
		await page.clock.runFor(50);
	}
	expect(cameras.size).toBeLessThanOrEqual(2);
});
