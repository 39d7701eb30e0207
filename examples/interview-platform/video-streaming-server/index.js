const express = require('express');
const cors = require('cors');
const { internalOnly } = require('./lib/internalAuth');

const app = express();

app.use(
  cors({
    origin: process.env.CORS_ORIGINS.split(','),
    credentials: true,
    methods: ['GET', 'POST', 'DELETE'],
    allowedHeaders: ['Content-Type', 'Authorization', 'X-Session-Id'],
  }),
);
app.use(express.json());

app.get('/health', (_req, res) => res.json({ status: 'up' }));

// Everything else is served even when an optional part does not load.
for (const name of ['livekit', 'avatar', 'recordings']) {
  try {
    app.use(`/${name}`, require(`./routes/${name}`));
  } catch (error) {
    console.error(JSON.stringify({ event: 'module_not_loaded', module: name, message: error.message }));
    app.use(`/${name}`, (_req, res) => res.status(503).json({ error: `${name} is not available` }));
  }
}

app.get('/api/internal/sessions/:id', internalOnly, (req, res) => res.json({ id: req.params.id, live: true }));

app.listen(process.env.PORT || 4000);
