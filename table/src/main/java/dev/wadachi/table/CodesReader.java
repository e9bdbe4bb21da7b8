package dev.wadachi.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads texts as numbers. DuckDB hashes each entry of a file's dictionary once, and not each row; the hashes, not the
/// texts, then come into Java, where a table finds the text's number. Should two texts of a column have one hash, the
/// texts themselves are read.
///
/// @param text the column as a text, in SQL
record CodesReader(Session session, Relation relation, String text, int rows) {
    /// 63 bits: DuckDB's hashes have no sign.
    private static final String HASH = "CAST(hash(%s) >> 1 AS BIGINT)";

    Codes codes() {
        List<String> values = new ArrayList<>();
        List<Long> hashes = new ArrayList<>();
        session.read(
                "SELECT v, " + HASH.formatted("v") + " FROM (SELECT DISTINCT " + text + " AS v FROM (" + relation.sql()
                        + ")) WHERE v IS NOT NULL ORDER BY v",
                (chunk, count) -> {
                    for (int row = 0; row < count; row++) {
                        values.add(String.valueOf(chunk.vector(0).getString(row)));
                        hashes.add(chunk.vector(1).getLong(row));
                    }
                });
        var numbers = new Numbers(hashes.size() + 1);
        boolean isUnique = numbers.put(session.number("SELECT " + HASH.formatted("NULL::VARCHAR")), Codes.MISSING);
        for (int i = 0; i < hashes.size(); i++) {
            isUnique &= numbers.put(hashes.get(i), i);
        }
        return new Codes(isUnique ? byHash(numbers) : byText(values), values);
    }

    private int[] byHash(Numbers numbers) {
        int[] codes = new int[rows];
        int[] at = new int[1];
        session.read("SELECT " + HASH.formatted(text) + " FROM (" + relation.sql() + ")", (chunk, count) -> {
            var vector = chunk.vector(0);
            int from = at[0];
            for (int row = 0; row < count; row++) {
                codes[from + row] = numbers.get(vector.getLong(row));
            }
            at[0] = from + count;
        });
        return codes;
    }

    private int[] byText(List<String> values) {
        Map<String, Integer> numbers = new HashMap<>();
        values.forEach(value -> numbers.put(value, numbers.size()));
        int[] codes = new int[rows];
        int[] at = new int[1];
        session.read("SELECT " + text + " FROM (" + relation.sql() + ")", (chunk, count) -> {
            for (int row = 0; row < count; row++) {
                codes[at[0]++] = numbers.getOrDefault(chunk.vector(0).getString(row), Codes.MISSING);
            }
        });
        return codes;
    }

    /// A hash table of primitive numbers: boxes would take longer than all else.
    private static final class Numbers {
        private static final long FREE = -1;

        private final long[] hashes;
        private final int[] numbers;
        private final int mask;

        Numbers(int size) {
            int capacity = Integer.highestOneBit(Math.max(8, size)) * 4;
            hashes = new long[capacity];
            numbers = new int[capacity];
            mask = capacity - 1;
            Arrays.fill(hashes, FREE);
        }

        /// Whether the hash was new.
        boolean put(long hash, int number) {
            int place = place(hash);
            boolean isNew = hashes[place] == FREE;
            hashes[place] = hash;
            numbers[place] = number;
            return isNew;
        }

        int get(long hash) {
            return numbers[place(hash)];
        }

        private int place(long hash) {
            int place = (int) (hash ^ hash >>> 32) & mask;
            while (hashes[place] != FREE && hashes[place] != hash) {
                place = (place + 1) & mask;
            }
            return place;
        }
    }
}
