module example.com/scaibunker/worker

go 1.23
