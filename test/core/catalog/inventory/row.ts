/** One row of what a catalogue must answer: these tokens lead to this entry, and its card holds these facts. */
export interface InventoryRow {
	readonly entry: string;
	readonly tokens: readonly string[];
	readonly facts: readonly string[];
}
