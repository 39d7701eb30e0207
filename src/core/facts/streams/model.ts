import type { FactBase } from '../model';

/** A route that answers with an event stream. Its range is what says so. */
export interface StreamRouteFact extends FactBase {
	readonly kind: 'stream-route';
	/** As far as the file tells, `{}` for parameters; undefined when the route is declared elsewhere. */
	readonly path?: string;
	/** The variable that the route is declared on; undefined when {@link path} is whole as it is. */
	readonly router?: string;
	/** True when that variable is the application itself. */
	readonly root?: true;
	/** The response asks proxies not to buffer it. */
	readonly unbuffered?: true;
	/** Something is sent even when there is nothing to say. */
	readonly heartbeat?: true;
}

/** A router that is put below a prefix: `app.use('/api', router)`, `app.include_router(jobs.router, prefix="/api")`. */
export interface RouteMountFact extends FactBase {
	readonly kind: 'route-mount';
	readonly prefix: string;
	/** The router's name where it is mounted; `*` for every route of the package. */
	readonly router: string;
	/** The module that it comes from, as the import writes it. */
	readonly module?: string;
	/** The variable that it is mounted on. */
	readonly into: string;
	readonly root?: true;
}
