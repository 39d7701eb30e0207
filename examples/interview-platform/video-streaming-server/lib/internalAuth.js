const jwt = require('jsonwebtoken');

const secret = process.env.INTERNAL_SERVICE_JWT_SECRET;
if (!secret || secret.length < 32) {
  throw new Error('INTERNAL_SERVICE_JWT_SECRET must have at least 32 characters');
}

function internalOnly(req, res, next) {
  const token = (req.headers.authorization || '').replace(/^Bearer /, '');
  try {
    req.service = jwt.verify(token, secret, { algorithms: ['HS256'] }).sub;
    next();
  } catch {
    res.status(401).json({ error: 'Not a call of a known service' });
  }
}

module.exports = { internalOnly };
