/// JSON as immutable values, and nothing more.
///
/// Traces, runs and JSON-coded outputs are JSON that a person can read. There are five to a hundred thousand
/// of them in a run, so this reader and writer are small and fast, know nothing of reflection, and write equal
/// values as equal bytes.
///
/// Three types to know: [Json][dev.wadachi.json.Json] (a value: parse it, match it, write it),
/// [JsonObject][dev.wadachi.json.JsonObject] (members by name, in order) and
/// [JsonWriter][dev.wadachi.json.JsonWriter] (writes without building values first).
///
/// ```java
/// JsonObject trace = Json.parse("{\"task\": \"Train\", \"wall\": 0.8}").asObject();
/// String task = trace.text("task");
/// byte[] again = trace.bytes(Layout.PRETTY);
/// ```
@NullMarked
package dev.wadachi.json;

import org.jspecify.annotations.NullMarked;
