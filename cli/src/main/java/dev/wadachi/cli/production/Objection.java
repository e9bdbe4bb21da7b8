package dev.wadachi.cli.production;

import dev.wadachi.json.JsonObject;

/// One thing that production refuses.
///
/// @param what what is the matter, as a sentence without its full stop
/// @param instead what to do about it
/// @param allow what `--allow` takes to have it all the same, such as `accepted:Train`
public record Objection(String what, String instead, String allow) {

    /// In one line, for people.
    public String text() {
        return what + "; " + instead + ", or --allow " + allow;
    }

    /// For a script.
    public JsonObject json() {
        return JsonObject.builder()
                .put("what", what)
                .put("instead", instead)
                .put("allow", allow)
                .build();
    }
}
