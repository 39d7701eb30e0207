/** What a feature hands back: anything that can be disposed of, whether VS Code made it or we did. */
export interface Disposable {
	dispose(): unknown;
}
