import { readCases } from './support';

describe('facts/envRead: Ruby', () => {
	readCases('a.rb', [
		["a = ENV['A']", 'A plain (ENV)'],
		["a = ENV['A'] || 'x'", "A defaulted ='x'"],
		["a = ENV.fetch('A')", 'A assumes'],
		["a = ENV.fetch('A', 'x')", "A defaulted ='x'"],
		["a = ENV.fetch('A', nil)", 'A plain'],
		["a = ENV.fetch('A') { 3 }", "A defaulted ='3'"],
		["a = ENV.fetch('A') { raise 'A' }", 'A assumes'],
		["f if ENV['A']", 'A guarded'],
		["raise 'A' unless ENV['A']", 'A assumes'],
		["f if ENV['A'].present?", 'A guarded'],
		["f if ENV.key?('A')", 'A guarded'],
		['a = "https://#{ENV[\'A\']}"', 'A assumes'],
		["a = ENV['A'].to_i", 'A plain'],
		["a = ENV['A'].split(',')", 'A assumes'],
		["a = ENV['A']&.split(',')", 'A guarded'],
		["a = ENV['A'] == 'true'", 'A guarded'],
		["a = ENV['A'].presence || ENV['B']", 'A guarded |B', 'B plain |A'],
		['%w[A B].each { |k| ENV[k] }', 'A plain', 'B plain'],
		['%w[A B].each do |k|\n  raise k unless ENV[k]\nend', 'A assumes', 'B assumes'],
		['a = ENV["A_#{x}_URL"]', 'A_*_URL plain'],
		["ENV.values_at('A', 'B')", 'A plain', 'B plain'],
		["ENV['A'] = '1'; ENV.delete('B')"],
		["ENV['A'] ||= 'x'", "A defaulted ='x'"],
		["KEY = 'A_URL'.freeze\na = ENV[KEY]", 'A_URL plain'],
		["env['A']; request.env['HTTP_HOST']"],
	]);
});
