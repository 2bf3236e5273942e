// 納期限を過ぎた調定を拾い出す夜間バッチ。
var today = DateOnly.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture);
foreach (var line in File.ReadLines(args[1]).Skip(1))
{
    var columns = line.Split(',');
    if (DateOnly.Parse(columns[2], System.Globalization.CultureInfo.InvariantCulture) < today)
        Console.WriteLine(columns[0]);
}
