package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;

/// What people want to keep whatever its age: `pins/<day>-<digest>.json`.
public final class Pins {

    /// The folder of all pins, among the objects of a [Place].
    public static final String FOLDER = "pins";

    private final Ledger<Pin> ledger;
    private final Clock clock;

    Pins(Place place, Clock clock) {
        this.ledger = new Ledger<>(place, FOLDER, Pins::write, Pins::read);
        this.clock = clock;
    }

    /// Whether the object of this name is a pin, taken back or not.
    public static boolean isPin(String name) {
        return name.startsWith(FOLDER + "/") && Ledger.isStatement(name);
    }

    /// Of the names of objects, those of pins that nobody took back.
    public static List<String> standing(Set<String> names) {
        return Ledger.standing(names).stream().filter(Pins::isPin).toList();
    }

    /// Keeps something from now on.
    ///
    /// @return the pin's id
    public String pin(Pin pin) {
        return ledger.state(pin, pin.at());
    }

    /// Takes a pin back.
    ///
    /// @throws StoreException if there is no such pin
    public void withdraw(String id, String reason, String by) {
        ledger.withdraw(id, reason, by, clock.instant());
    }

    /// The pins that stand, by id, oldest first.
    public SortedMap<String, Pin> all() {
        return ledger.current();
    }

    private static JsonObject write(Pin pin) {
        JsonObjectBuilder json = JsonObject.builder();
        switch (pin.target()) {
            case Pin.Target.Run(RunId id) -> json.put("run", id.text());
            case Pin.Target.Result(TraceId id) -> json.put("result", id.text());
            case Pin.Target.Data(Digest digest, FileRead.Kind kind) ->
                json.put(kind.name().toLowerCase(Locale.ROOT), digest.hex());
        }
        return json.put("reason", pin.reason())
                .put("by", pin.by())
                .put("at", pin.at().toString())
                .build();
    }

    static Pin read(JsonObject json) {
        Pin.Target target;
        if (json.has("run")) {
            target = new Pin.Target.Run(new RunId(json.text("run")));
        } else if (json.has("file")) {
            target = new Pin.Target.Data(Digest.parse(json.text("file")), FileRead.Kind.FILE);
        } else if (json.has("folder")) {
            target = new Pin.Target.Data(Digest.parse(json.text("folder")), FileRead.Kind.FOLDER);
        } else {
            target = new Pin.Target.Result(TraceId.parse(json.text("result")));
        }
        return new Pin(target, json.text("reason"), json.text("by"), Instant.parse(json.text("at")));
    }
}
