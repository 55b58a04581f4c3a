/** The engine that a project is about, with a new window for each check. */
import { expect, test as base } from '@playwright/test';
import type { Driver, Engine, EngineName, OpenOptions } from './engine';
import { PlaywrightDriver } from './playwright';
import { WebKitDriver } from './webkit';

export { expect };

/** The site's address, with a slash at its end. */
export const SITE = `http://localhost:${process.env.TEST_PORT}/`;

export interface EngineOptions {
	engineName: EngineName;
}

export const test = base.extend<
	{ engine: Engine } & OpenOptions,
	EngineOptions & { driver: Driver }
>({
	engineName: ['chromium', { scope: 'worker', option: true }],
	driver: [
		async ({ engineName }, use) => {
			const driver =
				engineName === 'webkit'
					? await WebKitDriver.start(process.env.TEST_WEBKIT ?? '')
					: new PlaywrightDriver(engineName, process.env.TEST_FIREFOX ?? '');
			await use(driver);
			await driver.stop();
		},
		{ scope: 'worker' }
	],
	scripts: [true, { option: true }],
	// Without a graphics card a flight takes WebKit seconds: tests of what moves ask for it, `test:full` has it in all.
	motion: [Boolean(process.env.TEST_FULL), { option: true }],
	/** A laptop's window, with nothing stored. */
	engine: async ({ driver, scripts, motion }, use) => {
		const engine = await driver.open({ scripts, motion });
		await engine.resize(1440, 900);
		await use(engine);
		await engine.stop();
	}
});
