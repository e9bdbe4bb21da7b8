package dev.wadachi.digest;

/// The memory that is lent to the thread at hand.
enum Lent {
    ;

    static final ScopedValue<Contents> CONTENTS = ScopedValue.newInstance();
}
