package dev.wadachi.code;

import java.util.regex.Pattern;

/// Names as people write them.
final class Display {

    /// Packages are lower case and types are not. Where somebody does otherwise, the full name stays: longer, and
    /// right.
    private static final Pattern PACKAGES = Pattern.compile("(?<![\\w$.])(?:\\p{Ll}[\\w]*\\.)+(?=\\p{Lu})");

    private Display() {}

    /// `Fit` of `shop/Fit`, `Demand.Fit` of `shop/Demand$Fit`.
    static String simple(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
    }

    /// `Fit.fit(Table, Algorithm)` of `shop.Fit.fit(dev.wadachi.table.Table, shop.Algorithm)`.
    static String simpleMethod(String fullName) {
        return PACKAGES.matcher(fullName).replaceAll("").replace('$', '.');
    }
}
