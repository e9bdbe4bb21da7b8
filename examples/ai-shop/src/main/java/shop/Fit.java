package shop;

import dev.wadachi.learn.Algorithm;
import dev.wadachi.learn.Formula;
import dev.wadachi.model.Model;
import dev.wadachi.table.Table;

/// What is learned from what.
final class Fit {

    /// Sales move from their level as the months change. Series sell from 70 to 1,200 pieces a week; in units of their
    /// own level they are alike.
    private static final Formula FORMULA =
            Formula.of("sales").from(Calendar.MONTHS).relativeTo("level");

    private Fit() {}

    static Model fit(Table rows, Algorithm algorithm) {
        return algorithm.fit(rows, FORMULA);
    }
}
