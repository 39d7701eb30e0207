import { github } from './github';
import { json } from './json';
import type { Format } from './model';
import { sarif } from './sarif';
import { stylish } from './stylish';

export const formats = { stylish, json, sarif, github } as const satisfies Record<string, Format>;
export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as readonly FormatName[];
