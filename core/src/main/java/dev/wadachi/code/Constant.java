package dev.wadachi.code;

import java.util.List;

/// An entry of a class's constant pool as one kind of instruction uses it, in its normal form.
final class Constant {

    private final byte[] text;
    private final List<Hole> holes;
    private final List<Reference> references;
    private final List<MethodKey> calls;
    private final boolean makesRecordMethod;

    /// How an instruction uses an entry: a class may be created, asked about or only named, a method
    /// called virtually or exactly.
    enum Use {
        NAMED,
        ASKED_ABOUT,
        CREATED,
        STATIC_FIELD,
        CALLED_EXACTLY,
        CALLED_VIRTUALLY
    }

    Constant(
            byte[] text,
            List<Hole> holes,
            List<Reference> references,
            List<MethodKey> calls,
            boolean makesRecordMethod) {
        this.text = text;
        this.holes = List.copyOf(holes);
        this.references = List.copyOf(references);
        this.calls = List.copyOf(calls);
        this.makesRecordMethod = makesRecordMethod;
    }

    /// Writes down what is hashed, with the holes left open.
    void writeTo(Encoding encoding) {
        encoding.bytes(text);
    }

    /// In the order of the text.
    List<Hole> holes() {
        return holes;
    }

    /// What the walk has to follow.
    List<Reference> references() {
        return references;
    }

    /// Calls that may be suspicious, or excuse others.
    List<MethodKey> calls() {
        return calls;
    }

    /// Whether it makes a record's `equals`, `hashCode` or `toString`.
    boolean makesRecordMethod() {
        return makesRecordMethod;
    }
}
