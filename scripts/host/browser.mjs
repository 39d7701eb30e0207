import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';

const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Out: a Playwright browser, headless, on this machine's Chromium. */
export async function launchBrowser() {
	return chromium.launch({ executablePath: await ensureChromium(), args: flags });
}
