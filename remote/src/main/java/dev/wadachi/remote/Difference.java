package dev.wadachi.remote;

/// In what a machine's own store and the team's differ.
///
/// @param here what is here alone
/// @param there what is there alone
/// @param resultsInBoth results that are in both, and the same
/// @param different results and published versions of which another is there under the same name
/// @param pending objects that a run could not write there
public record Difference(Share here, Share there, int resultsInBoth, int different, int pending) {

    /// What one of the two has and the other has not.
    ///
    /// @param results traces
    /// @param runs runs that had ended
    /// @param statements accepts, revocations and pins
    /// @param data files and folders that somebody added, whose bytes the other lacks
    public record Share(int results, int runs, int statements, int data) {

        static Share of(Inventory inventory, int data) {
            return new Share(
                    inventory.traces().size(),
                    inventory.runs().size(),
                    inventory.statements().size(),
                    data);
        }

        /// Whether it is nothing.
        public boolean isNothing() {
            return results + runs + statements + data == 0;
        }
    }
}
