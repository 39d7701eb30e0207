const { createReadStream } = require('node:fs');
const path = require('node:path');
const { Router } = require('express');
const cors = require('cors');

const router = Router();
const folder = path.join(__dirname, '..', 'recordings');

// The review player runs on the pages of our customers.
router.use(cors({ origin: '*', credentials: true }));

router.get('/:id.webm', (req, res) => {
  const file = createReadStream(path.join(folder, `${path.basename(req.params.id)}.webm`));
  file.on('error', () => res.status(404).json({ error: 'No such recording' }));
  res.type('video/webm');
  file.pipe(res);
});

module.exports = router;
