import { CancellationError, type CancellationToken, type LogOutputChannel } from 'vscode';

/** Runs one callback of VS Code: an error is logged and answered with `fallback`, and so is a cancelled request. */
export type Guard = <T>(
	where: string,
	fallback: T,
	run: () => T | PromiseLike<T>,
	token?: CancellationToken,
) => Promise<T>;

export function createGuard(log: LogOutputChannel): Guard {
	return async (where, fallback, run, token) => {
		const cancelled = (): boolean => token?.isCancellationRequested === true;
		if (cancelled()) return fallback;
		try {
			const result = await run();
			return cancelled() ? fallback : result;
		} catch (error) {
			if (!(error instanceof CancellationError)) log.error(`${where}:`, error instanceof Error ? error : String(error));
			return fallback;
		}
	};
}
