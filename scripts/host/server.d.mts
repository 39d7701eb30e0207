/** A window of the server. */
export interface WindowOptions {
	readonly folder: string;
	readonly extension?: string;
	readonly tests?: string;
	readonly file?: string;
}

/** A VS Code server that runs. */
export interface Server {
	url(window: WindowOptions): string;
	close(): Promise<void>;
}

export function startServer(options?: {
	readonly port?: number;
	readonly dataFolder?: string;
	readonly web?: readonly string[];
}): Promise<Server>;
