package dev.wadachi.store;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonWriter;
import dev.wadachi.json.Layout;
import dev.wadachi.task.PublishedName;

/// A [Publication] as JSON for people, and back. Unknown members are left alone.
final class PublicationJson {

    private PublicationJson() {}

    static byte[] write(Publication publication) {
        JsonWriter json = JsonWriter.of(Layout.PRETTY).beginObject();
        json.name("name").value(publication.name().toString());
        json.name("version").value(publication.number());
        json.name("project").value(publication.project());
        json.name("goal").value(publication.goal());
        json.name("result").value(publication.result().text());
        Manifest.write(json.name("output"), publication.output());
        json.name("codec").value(publication.codec());
        json.name("type").value(publication.type());
        json.name("run").value(publication.run().text());
        json.name("at").value(publication.at().toString());
        json.name("by").value(publication.by());
        if (!publication.note().isEmpty()) {
            json.name("note").value(publication.note());
        }
        if (!publication.marks().isEmpty()) {
            json.name("marks")
                    .value(new JsonArray(publication.marks().stream()
                            .<Json>map(RecordJson::of)
                            .toList()));
        }
        publication.valueProfile().ifPresent(profile -> json.name("profile").value(profile));
        return SealedJson.seal(json.endObject());
    }

    /// @throws dev.wadachi.json.JsonException or IllegalArgumentException if this is no publication
    static Publication read(JsonObject json) {
        return new Publication(
                PublishedName.parse(json.text("name")),
                (int) json.number("version"),
                json.text("project"),
                json.text("goal"),
                TraceId.parse(json.text("result")),
                Manifest.read(json.object("output")),
                json.text("codec"),
                json.text("type"),
                json.find("profile").orElse(null),
                new RunId(json.text("run")),
                Instants.parse(json.text("at")),
                json.text("by"),
                json.findText("note").orElse(""),
                json.findArray("marks").orElse(JsonArray.EMPTY).elements().stream()
                        .map(RecordJson::mark)
                        .toList());
    }
}
