package dev.wadachi.cli.doctor;

/// One thing that was looked at.
///
/// @param subject what, in a word or two
/// @param verdict how it is
/// @param said what was found
/// @param mending what to do about it; empty where all is well
record Finding(String subject, Verdict verdict, String said, String mending) {

    /// How a thing is.
    enum Verdict {
        /// As it should be.
        FINE,
        /// Runs work, and something is worth knowing.
        DOUBTFUL,
        /// Runs will fail.
        WRONG
    }

    static Finding fine(String subject, String said) {
        return new Finding(subject, Verdict.FINE, said, "");
    }

    static Finding doubtful(String subject, String said, String mending) {
        return new Finding(subject, Verdict.DOUBTFUL, said, mending);
    }

    static Finding wrong(String subject, String said, String mending) {
        return new Finding(subject, Verdict.WRONG, said, mending);
    }
}
