import type { SyntaxNode } from '../../syntax/node';
import { rangeOf, type EnvContext } from './context';
import { isNothing, literalDefault } from './defaults';
import { containerOf, functionName, parametersOf } from './functions';
import type { Affixes, ParameterUse } from './names';
import { isFailing } from './presence/step';
import type { Usage } from './presence/usage';
import type { EnvCallee, EnvPresence, EnvWrapperFact } from './types';

const defaultName = /def|fall|^or_?|alt|otherwise|ifmissing|backup/i;
const insistsByName = /requir|must|OrThrow|OrFail|OrPanic|mandatory|ensure|assert|demand|strict|^expect/i;
const asksByName = /^(?:has|is|exists|optional|maybe|try)(?![a-z])|_or_none$|optional|OrNull$|OrUndefined$|\?$/i;

/** A parameter by which the caller says whether the variable must be there. */
const failsOnDemand = /^(?:is_?)?(?:required|mandatory|optional|strict|raise\w*|throw\w*)$/i;
/** A way out without a value: what fails then is a value that cannot be read. */
const givesNothing =
	/\breturn\s+(?:undefined|null|None|nil|def\w*|fallback\w*|''|""|Ok\(None\)|\[\]|\{\}|false|False)|\breturn\s*;/;

/** The wrapper that a function is whose parameter reaches a read, or another function's parameter. */
export function wrapperOf(
	context: EnvContext,
	{ parameter: use, prefix, suffix }: { readonly parameter: ParameterUse } & Affixes,
	usage: Usage,
	callee?: EnvCallee,
): EnvWrapperFact | undefined {
	const { document, reader } = context;
	const name = functionName(reader, use.fn)?.replace(/^\$/, '');
	if (name === undefined) return undefined;
	const isConstructor = /^(?:constructor|__init__|__construct|initialize|new)$/.test(name);
	const container = containerOf(reader, use.fn);
	const parameters = parametersOf(reader, use.fn);
	const fallbackIndex = defaultIndex(
		parameters.map((item) => item.name),
		use.index,
		usage.fallback,
	);
	const fallback = fallbackIndex === undefined ? undefined : parameters[fallbackIndex];
	const preset =
		fallback?.value === undefined || isNothing(fallback.value) ? undefined : literalDefault(reader, fallback.value, '');
	return {
		kind: 'env-wrapper',
		name: isConstructor && container !== undefined ? container : name,
		range: rangeOf(document, use.fn.childForFieldName('name') ?? use.fn),
		...(container === undefined || isConstructor ? {} : { container }),
		parameter: use.index,
		parameterName: use.name,
		...(use.list ? { list: true } : {}),
		...(prefix === '' ? {} : { prefix }),
		...(suffix === '' ? {} : { suffix }),
		...(callee === undefined ? {} : { callee }),
		presence: parameters.some((item) => failsOnDemand.test(item.name))
			? 'plain'
			: wrapperPresence(name, use.fn, usage, fallbackIndex),
		...(fallbackIndex === undefined || fallback === undefined
			? {}
			: { defaultParameter: fallbackIndex, defaultParameterName: fallback.name }),
		...(preset === undefined ? {} : { default: preset }),
	};
}

/** The parameter that is used in the variable's absence: the one the read falls back to, or one that is called so. */
function defaultIndex(names: readonly string[], own: number, fallback: SyntaxNode | undefined): number | undefined {
	const used: readonly string[] = fallback?.text.match(/\w+/g) ?? [];
	const direct = names.findIndex((name, index) => index !== own && name !== '' && used.includes(name));
	if (direct >= 0) return direct;
	const named = names.findIndex((name, index) => index !== own && defaultName.test(name));
	return named >= 0 ? named : undefined;
}

function wrapperPresence(name: string, fn: SyntaxNode, usage: Usage, fallbackIndex: number | undefined): EnvPresence {
	if (insistsByName.test(name)) return 'assumes';
	if (asksByName.test(name)) return 'guarded';
	if (usage.presence === 'defaulted' && fallbackIndex === undefined) return 'defaulted';
	// A cast to the type that callers want asserts nothing.
	if (usage.asserted) return 'assumes';
	if (usage.presence === 'guarded' && fallbackIndex === undefined) return 'guarded';
	const body = fn.childForFieldName('body');
	return fn.text.length < 1500 && isFailing(body) && !givesNothing.test(body?.text ?? '') ? 'assumes' : 'plain';
}
