import dev.wadachi.task.*;
import java.util.*;
import java.lang.annotation.*;
@Retention(RetentionPolicy.RUNTIME)
@interface Column {
    String value();
}

@Column("sold")
class Row {}

record Train(int size) implements Task<Object> {
    public Object run(Context in) {
        return Row.class.getAnnotation(Column.class).value();
    }
}
