const express = require('express');

const app = express();

app.get('/render', (req, res) => {
	res.status(500).json({ ok: false, code: 'RATE_LIMITED' });
});

app.listen(process.env.PORT);
