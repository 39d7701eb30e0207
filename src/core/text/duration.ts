const units: Readonly<Record<string, number>> = {
	ms: 0.001,
	s: 1,
	m: 60,
	h: 3600,
	d: 86_400,
	w: 604_800,
	M: 2_592_000,
	y: 31_536_000,
};

/** Seconds of `30s`, `1h30m`, `5m`, `500ms` or a bare number of seconds; undefined for anything else. */
export function secondsOf(text: string): number | undefined {
	const value = text.trim();
	if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value);
	if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhdwMy])\s*)+$/.test(value)) return undefined;
	let seconds = 0;
	for (const [, amount = '', unit = ''] of value.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdwMy])/g))
		seconds += Number(amount) * (units[unit] ?? 0);
	return seconds;
}
