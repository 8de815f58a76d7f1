Console.Error.WriteLine("synthnb: not wired yet"); return 2;
