package dev.wadachi.remote;

/// In what a machine's own store and the team's differ.
///
/// @param here what is here alone
/// @param there what is there alone
/// @param resultsInBoth results that are in both
/// @param pending objects that a run could not write there
public record Difference(Share here, Share there, int resultsInBoth, int pending) {

    /// What one of the two has and the other has not.
    ///
    /// @param results traces
    /// @param runs runs that had ended
    /// @param statements accepts, revocations and pins
    public record Share(int results, int runs, int statements) {

        static Share of(Inventory inventory) {
            return new Share(
                    inventory.traces().size(),
                    inventory.runs().size(),
                    inventory.statements().size());
        }

        /// Whether it is nothing.
        public boolean isNothing() {
            return results + runs + statements == 0;
        }
    }
}
