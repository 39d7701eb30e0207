class PcmPlayer extends AudioWorkletProcessor {
  constructor() {
    super();
    this.queue = [];
    this.port.onmessage = ({ data }) => this.queue.push(data);
  }

  process(_inputs, [output]) {
    const block = this.queue.shift();
    if (block === undefined) {
      this.port.postMessage('underrun');
      return true;
    }
    output[0].set(block);
    return true;
  }
}

registerProcessor('pcm-player', PcmPlayer);
