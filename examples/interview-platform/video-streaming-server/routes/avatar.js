const { Router } = require('express');
const { withBudget } = require('../lib/budget');

const router = Router();

router.post('/speak', async (req, res) => {
  const vendor = process.env.AVATAR_API_URL;
  if (!vendor) {
    res.status(503).json({ error: 'The avatar is not configured' });
    return;
  }
  try {
    const answer = await withBudget('avatar', (signal) =>
      fetch(`${vendor}/speak`, { method: 'POST', body: JSON.stringify({ text: req.body.text }), signal }),
    );
    res.json(await answer.json());
  } catch {
    res.status(503).json({ error: 'The avatar did not answer in time' });
  }
});

module.exports = router;
