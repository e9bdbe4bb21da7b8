package dev.wadachi.remote;

/// What an object of a store is, as its name says; by this it is decided what is shared, and how.
enum Kind {
    /// Immutable bytes under their digest.
    BLOB,
    /// What happened once; numbered, the first writer wins.
    TRACE,
    /// What people said of results: accepts, revocations, pins.
    STATEMENT,
    /// What a project published for others; numbered, the first writer wins.
    OFFER,
    /// What a sink did outside; each name is its writer's own.
    EFFECT,
    /// How a run went, as it ended.
    RUN,
    /// Everything that is this machine's own: the trash, leases, the format.
    OWN;

    private static final int TRACE_DEPTH = 3;

    static Kind of(String name) {
        int slash = name.indexOf('/');
        return switch (slash < 0 ? name : name.substring(0, slash)) {
            case "blobs" -> BLOB;
            case "traces" -> TRACE;
            case "accepts", "revocations", "pins" -> STATEMENT;
            case "published" -> name.endsWith(".withdrawn.json") ? STATEMENT : OFFER;
            case "effects" -> EFFECT;
            case "runs" -> RUN;
            default -> OWN;
        };
    }

    /// Whether its name is a number among others of its folder, which another machine may have given to other bytes.
    boolean isNumbered() {
        return this == TRACE || this == OFFER;
    }

    /// Whether this is the folder of one fingerprint's traces: `traces/<task>/<key>/<fingerprint>`.
    static boolean isHistory(String folder) {
        return of(folder) == TRACE && folder.chars().filter(c -> c == '/').count() == TRACE_DEPTH;
    }
}
