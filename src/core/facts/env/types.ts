import type { Range } from 'vscode-languageserver-types';
import type { FactBase } from '../model';

/**
 * What the code expects of a variable where it reads it:
 * - `assumes`: it fails, or goes on with nonsense, when the variable is absent: `X!`, `as string`, inside a template literal,
 *   dereferenced at once, asserted, `os.environ['X']`, `env::var("X")?`, a required-style helper without default;
 * - `plain`: nothing is said;
 * - `guarded`: tested for presence, compared with a value, optional chaining, `if (X)`;
 * - `defaulted`: a fallback stands beside it.
 */
export type EnvPresence = 'assumes' | 'plain' | 'guarded' | 'defaulted';

/** A variable that is read. */
export interface EnvReadFact extends FactBase {
	readonly kind: 'env-read';
	/** The variable; for a dynamic access the fixed prefix, which may be empty. */
	readonly name: string;
	/** A computed name: it may be every variable that starts with `name` and ends with `suffix`. */
	readonly dynamic?: { readonly suffix: string };
	/** The name is this constant of another file; the index puts its value in. */
	readonly constant?: string;
	readonly presence: EnvPresence;
	/** The literal default as written, without quotes; absent when there is none, when it is computed or looks like a secret. */
	readonly default?: string;
	/** The whole fallback, when it can be removed on its own: ` || 'x'`, `, "x"`. */
	readonly fallbackRange?: Range;
	/** How it is read: `process.env`, `os.environ`, `compose`, `dockerfile`, `workflow`, a library's or a wrapper's name. */
	readonly via: string;
	/** Other names of the same chain of fallbacks: `B` of `A || B`. */
	readonly alternatives?: readonly string[];
	readonly source: 'code' | 'infrastructure';
	/** Inside a test block such as `#[cfg(test)]`. Test files are told by their paths, which is the rules' business. */
	readonly test?: true;
}

/** Where the name that a function takes goes on to: the environment itself, or another function. */
export interface EnvCallee {
	readonly name: string;
	/** What it is called on: `config` of `config.get('X')`, the last name of a longer chain. */
	readonly receiver?: string;
	/** The module that the callee or its receiver is imported from, as written. */
	readonly source?: string;
	/** The name that the module exports, when it is imported under another one. */
	readonly imported?: string;
	/** The class that the call stands in, when it is called on `this` or `self`. */
	readonly container?: string;
	readonly argument: number | string;
}

/** A function whose parameter reaches an environment read, so that its calls with a literal are reads. */
export interface EnvWrapperFact extends FactBase {
	readonly kind: 'env-wrapper';
	readonly name: string;
	/** The class, module or object that holds it. */
	readonly container?: string;
	/** The parameter that takes the variable's name; `self` is not counted. -1 for an object whose properties are variables. */
	readonly parameter: number;
	readonly parameterName: string;
	/** The parameter takes a list of names. */
	readonly list?: true;
	/** What it adds to the name it is given. */
	readonly prefix?: string;
	readonly suffix?: string;
	/** The read is not here but in the function that the parameter is handed to. */
	readonly callee?: EnvCallee;
	readonly presence: EnvPresence;
	/** The parameter that takes the value used in the variable's absence. */
	readonly defaultParameter?: number;
	readonly defaultParameterName?: string;
	/** The value that this parameter has when the caller gives none. */
	readonly default?: string;
}

/** A call with a literal that may be a variable's name: a read, if the callee turns out to be a wrapper. */
export interface EnvCallFact extends FactBase, EnvCallee {
	readonly kind: 'env-call';
	/** The name that is handed over; the fixed prefix when it is computed. */
	readonly literal: string;
	readonly dynamic?: { readonly suffix: string };
	/** The name is this constant of another file. */
	readonly constant?: string;
	readonly presence: EnvPresence;
	/** The literals of the other arguments by position or name, as candidates for a default. Never a secret-looking value. */
	readonly defaults?: Readonly<Record<string, string>>;
	/** Positions and names of all other arguments. */
	readonly others?: readonly string[];
	readonly fallbackRange?: Range;
	readonly alternatives?: readonly string[];
	readonly test?: true;
}

/** A constant whose text may be a variable's name: `const envPort = "PORT"`. */
export interface EnvConstantFact extends FactBase {
	readonly kind: 'env-constant';
	readonly name: string;
	readonly value: string;
}

/** A variable that the program, its build or its image sets or removes itself. */
export interface EnvSetFact extends FactBase {
	readonly kind: 'env-set';
	readonly name: string;
	/**
	 * `assign`: `process.env.X = …`; `default`: only where it is absent (`||=`, `setdefault`); `remove`: `ENV.delete`;
	 * `child`: for a process that is started with it; `build`: replaced at build time (vite `define`, next `env:`);
	 * `image`: Dockerfile `ENV`, `ARG` with a default; `service`: compose, k8s or a workflow gives it a value.
	 */
	readonly how: 'assign' | 'default' | 'remove' | 'child' | 'build' | 'image' | 'service';
	readonly via: string;
}

/** One field of a class or struct that is filled from the environment. */
export interface EnvField {
	/** The variable, without the prefix of the class. */
	readonly name: string;
	/** The name is whole: no prefix is put before it. */
	readonly whole?: true;
	/** The class of the field, when it may hold fields of its own. */
	readonly type?: string;
	/** What stands before the names of the fields of that class. */
	readonly prefix?: string;
	readonly range: Range;
	readonly presence: EnvPresence;
	readonly default?: string;
	readonly alternatives?: readonly string[];
}

/** A class whose fields are read from the environment, by itself or through one it extends: pydantic settings, Go structs. */
export interface EnvClassFact extends FactBase {
	readonly kind: 'env-class';
	readonly name: string;
	readonly bases: readonly string[];
	/** The class is read from the environment, whatever it extends. */
	readonly root: boolean;
	readonly prefix?: string;
	/** Between a field and the fields of its class: `__`. */
	readonly delimiter?: string;
	readonly via: string;
	readonly fields: readonly EnvField[];
}

export type EnvFact = EnvReadFact | EnvWrapperFact | EnvCallFact | EnvConstantFact | EnvSetFact | EnvClassFact;
