package dev.wadachi.store;

import dev.wadachi.json.JsonObject;
import java.time.Instant;

/// That a published version is no longer offered.
///
/// @param reason why, for people
/// @param by who says so
/// @param at when
public record Withdrawal(String reason, String by, Instant at) {

    JsonObject json() {
        return JsonObject.builder()
                .put("reason", reason)
                .put("by", by)
                .put("at", at.toString())
                .build();
    }

    static Withdrawal read(JsonObject json) {
        return new Withdrawal(json.text("reason"), json.text("by"), Instants.parse(json.text("at")));
    }
}
