package dev.wadachi.code;

import java.lang.classfile.constantpool.ConstantPool;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.util.EnumMap;
import java.util.Map;

/// The constants of one class in their normal form, each worked out once however many methods use it.
final class Constants {

    private final ClassFacts owner;
    private final ConstantPool pool;
    private final Renames renames;
    private final Map<Constant.Use, Constant[]> known = new EnumMap<>(Constant.Use.class);

    Constants(ClassFacts owner, ConstantPool pool, Renames renames) {
        this.owner = owner;
        this.pool = pool;
        this.renames = renames;
    }

    MemberRefEntry member(int index) {
        return pool.entryByIndex(index, MemberRefEntry.class);
    }

    Constant at(int index, Constant.Use use) {
        Constant[] constants = known.computeIfAbsent(use, _ -> new Constant[pool.size()]);
        if (constants[index] == null) {
            constants[index] = new ConstantReader(owner, renames).read(pool.entryByIndex(index), use);
        }
        return constants[index];
    }
}
