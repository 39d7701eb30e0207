/** Milliseconds that each vendor gets. Short on purpose: the room falls back to the orb. */
const budgets = { avatar: 2500, speech: 4000 };

function withBudget(vendor, call) {
  return call(AbortSignal.timeout(budgets[vendor]));
}

module.exports = { withBudget };
