/** What makes a number an HTTP status or a WebSocket close code, in the words of code and prose. All of it is about text. */
export type NumberMeaning = 'http' | 'ws';

interface Words {
	/** A variable, property or key that holds such a number: `statusCode`, `AUTH_CLOSE_CODE`. */
	readonly name: RegExp;
	/** An expression that yields one: `res.getStatus()`, `event.code`. */
	readonly expression: RegExp;
	/** A call whose first argument is one: `sendStatus`, `close`. */
	readonly call: RegExp;
	/** A call that may take one in any place: `HttpException`, `FormatCloseMessage`. */
	readonly anyArgument: RegExp;
	/** What stands before one in a line of prose, of a log or of a language without a tree. */
	readonly before: RegExp;
	/** What stands behind one there. */
	readonly after: RegExp;
	/** The heading of a table's column of them. */
	readonly heading: RegExp;
}

const operator = '\\s*(?:===?|!==?|:=?|=>?|->|-eq|-ne|\\(|\\bis\\b|\\bwas\\b|\\bof\\b)?';
const opening = '\\s*["\'`(\\[]*$';

export const words: Readonly<Record<NumberMeaning, Words>> = {
	http: {
		name: /(?:^|[a-z0-9_.-])(?<!exit_?|exit)status(?:_?(?:codes?|line|forcelist|es|list))?$|^(?:http|response)_?codes?$|^responses$/i,
		expression:
			/(?<!exit_?)status(?:_?code)?(?:\(\))?(?:\.(?:as_u16|value|code|toint|intvalue)(?:\(\))?)?["')\]\s]*$|\b(?:res|resp|response|reply)\??\.code(?:\(\))?\)*$|\bhttp_?code["')]*$/i,
		call: /^(?:status|sendstatus|code|writehead|writeheader|abort|statuscode|halt|http_response_code|setstatus|setstatuscode|set_status|respond|head|assertstatus|assert_status|tohavestatus|from_u16|withstatus|newresponse)$/i,
		anyArgument:
			/(?:exception|http_?error|createerror|apierror|problem|response|^json|^error$|^xml|^send(?:error|json|response|file)?$|^render$)/i,
		before: new RegExp(
			`(?:\\b(?:http(?:/\\d(?:\\.\\d)?"?)?|(?:[a-z]+[_.-]?)?(?<!exit_?|exit )status(?:[ _-]?codes?)?|sendstatus|writehead(?:er)?|returns?|returned|respond(?:s|ed)?(?: with)?|answer(?:s|ed)?(?: with)?|error|response(?: code)?|(?:res|resp|response|reply)\\.code|http_?code|http[-_.]?code)|(?:Exception|HttpError))(?:\\(\\))?["'\`)\\]]*${operator}(?: an?)?${opening}`,
			'i',
		),
		after:
			/^["'`)]*\s+(?:(?:status|response|error|answer|page|code)s?\b|[A-Z][a-z]+(?:\s[A-Z][a-z]+)*["'`).,]*(?:\s*$|[|"'`).,]))/,
		heading: /\b(?:http|status)\b/i,
	},
	ws: {
		name: /(?:close|ws|websocket|disconnect|socket)(?:_?\w*)_?codes?$|^close_?status$/i,
		expression:
			/(?:\b(?:event|ev|e|evt|err|error|ex|exc|exception|reason|frame|status|close\w*|disconnect\w*|ce|rcvd|sent)\??\.(?:get)?_?code(?:\(\))?|close_?(?:code|status)(?:\(\))?|^\$?code)\)*$/i,
		call: /^(?:_?(?:ws_?)?close(?:_?(?:with|async|socket|websocket|connection|ws|status|error|frame|client|output)\w*)?|terminate|disconnect)$/i,
		anyArgument:
			/^(?:(?:format|is|isunexpected)close(?:message|error)|websocket(?:disconnect|exception|close\w*)|connectionclosed\w*)$/i,
		before: new RegExp(
			`(?:\\b(?:close[sd]?(?: (?:it |the socket |the connection )?(?:with|code|by))*|closing(?: with)?|close_?code|close code|websocket(?: (?:close|code|closes|closed with))*|ws(?: code)?|ws_?code|(?:event|ev|e|evt|err|reason|close)\\??\\.code)|\\w_close_code)["'\`)\\]]*${operator}(?: an?| with| code)*${opening}`,
			'i',
		),
		after: /^["'`)]*\s+close\b/,
		heading: /\b(?:ws|websocket|close)\b/i,
	},
};

/** A property called only `code` holds a close code in a file that has to do with sockets; elsewhere it may be anything. */
export const plainCode = /^code$/i;
export const socketWords = [
	'socket',
	'ws.',
	'ws->',
	'ws_',
	'onclose',
	'closecode',
	'close_code',
	'closestatus',
	'closeframe',
] as const;
export const socketLine = /socket|\bws(?:\b|_)|onclose|close_?(?:code|status)/i;
