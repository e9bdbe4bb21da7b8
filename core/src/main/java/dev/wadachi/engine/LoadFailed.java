package dev.wadachi.engine;

/// What a body's load throws when the loaded task has no value. The true cause is the loaded task's own failure.
final class LoadFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    LoadFailed(String loaded) {
        super(loaded + " has no value");
    }

    static boolean isBehind(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof LoadFailed) {
                return true;
            }
        }
        return false;
    }
}
