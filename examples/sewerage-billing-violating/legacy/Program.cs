// 検針端末の固定長ファイルをCSVに変換する。
foreach (var line in File.ReadLines(args[0]))
    Console.WriteLine($"{line[..8]},{line[8..16]},{line[16..].Trim()}");
