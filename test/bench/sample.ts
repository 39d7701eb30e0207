/** Milliseconds of one thing done several times. */
export interface Sample {
	readonly name: string;
	readonly milliseconds: readonly number[];
	/** Its median is given as a multiple of that of the sample with this name. */
	readonly against?: string;
}

/** The value below which the share `q` of the numbers lies. */
export function quantile(numbers: readonly number[], q: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** Prints minimum, median, 99th percentile and maximum of each sample, and its ratio where it has one. */
export function printSamples(title: string, samples: readonly Sample[]): void {
	const median = (name: string): number =>
		quantile(samples.find((sample) => sample.name === name)?.milliseconds ?? [], 0.5);
	const rows = samples.map(({ name, milliseconds, against }) => [
		name,
		...[0, 0.5, 0.99, 1].map((q) =>
			quantile(milliseconds, q).toFixed(milliseconds.some((each) => each >= 100) ? 0 : 2),
		),
		against === undefined ? '' : `${(median(name) / median(against)).toFixed(2)} × ${against}`,
	]);
	const table = [['', 'min', 'median', 'p99', 'max', ''], ...rows];
	const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
	console.log(`\n${title}`);
	for (const row of table) {
		console.log(
			row
				.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
				.join('  '),
		);
	}
}
