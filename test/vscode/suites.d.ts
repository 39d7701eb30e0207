/** Made by the build from `test/vscode/suite`. */
declare module '#suites' {
	/** Registers every suite of this host with mocha; its globals have to exist already. */
	export function loadSuites(): void;
}

/** Mocha's own browser bundle: it leaves `mocha` on the global object. */
declare module 'mocha/mocha.js';
