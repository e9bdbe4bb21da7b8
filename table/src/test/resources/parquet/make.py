import datetime as dt, decimal, sys
import pandas as pd, pyarrow as pa, pyarrow.parquet as pq, fastparquet
out = sys.argv[1]
utc = dt.timezone.utc
at = [dt.datetime(2021, 8, 2, 3, 34, 56, 123456, tzinfo=utc), None]
table = pa.table({
    "flag": pa.array([True, None]),
    "small": pa.array([7, None], pa.int32()),
    "large": pa.array([9_000_000_000, None], pa.int64()),
    "price": pa.array([0.1, None], pa.float64()),
    "amount": pa.array([decimal.Decimal("12345678901234567890.123456789"), None], pa.decimal128(38, 9)),
    "name": pa.array(["käse ☕", None]),
    "category": pa.array(["a", None]).dictionary_encode(),
    "day": pa.array([dt.date(2021, 8, 2), None]),
    "local": pa.array([dt.datetime(2021, 8, 2, 12, 34, 56, 123456), None], pa.timestamp("us")),
    "nanos": pa.array([dt.datetime(2021, 8, 2, 12, 34, 56, 123456), None], pa.timestamp("ns")),
    "at": pa.array(at, pa.timestamp("us", tz="Asia/Tokyo")),
    "tags": pa.array([["a", None, "b"], None], pa.list_(pa.string())),
    "nested": pa.array([[[1, 2], []], None], pa.list_(pa.list_(pa.int64()))),
    "point": pa.array([{"x": 1.5, "label": "p"}, None], pa.struct([("x", pa.float64()), ("label", pa.string())])),
})
pq.write_table(table, out + "/pyarrow.parquet", compression="snappy")
frame = pd.DataFrame({
    "sales": pd.array([3, None], dtype="Int64"),
    "price": [0.1, float("nan")],
    "name": ["käse ☕", None],
    "at": pd.to_datetime(["2021-08-02T12:34:56.123456+09:00", None]),
    "day": [dt.date(2021, 8, 2), None],
}, index=pd.Index([10, 20], name="id"))
frame.to_parquet(out + "/pandas.parquet")
fastparquet.write(out + "/fastparquet.parquet", pd.DataFrame({
    "sales": [3, 4], "price": [0.1, float("nan")], "name": ["käse ☕", "b"],
    "at": pd.to_datetime(["2021-08-02T03:34:56", "2021-08-03T00:00:00"]).tz_localize("UTC")}), compression="GZIP")
print(pa.__version__, pd.__version__, fastparquet.__version__)
