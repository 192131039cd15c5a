Option Explicit
' The functions of Onpace for LibreOffice Calc, for a document or for My Macros > Standard. A function sends its arguments as they are to the server of the sheet,
' which reads them, and shows the cells that it answers; what has been answered is kept while LibreOffice runs.

' Where there is no cell named "server".
Const SERVER_BY_DEFAULT = "__ONPACE_SERVER__"
' After a failure, cells are not kept waiting by a server that does not answer.
Const PAUSE_SECONDS = 10
' An array formula over more rows than a table has leaves them blank instead of #N/A; entered in one cell it covers these rows, so that they are few.
Const ROWS_OF_TABLE = 20

' Answers by question, and when the server was last found missing.
Global Answers As Object
Global MissingServer As String
Global MissingSince As Date

Function ONPACE_RUNRATE(months, values, Optional target, Optional share, Optional growth, Optional lastYear, Optional options)
  ONPACE_RUNRATE = OfReport("ONPACE_RUNRATE", months, values, target, share, growth, lastYear, options)
End Function

Function ONPACE_FORECAST(months, values, Optional target, Optional share, Optional growth, Optional lastYear, Optional options)
  ONPACE_FORECAST = OfReport("ONPACE_FORECAST", months, values, target, share, growth, lastYear, options)
End Function

Function ONPACE_PROBABILITY(months, values, Optional target, Optional share, Optional growth, Optional lastYear, Optional options)
  ONPACE_PROBABILITY = OfReport("ONPACE_PROBABILITY", months, values, target, share, growth, lastYear, options)
End Function

Function ONPACE_SCENARIOS(months, values, Optional target, Optional share, Optional growth, Optional lastYear, Optional options)
  ONPACE_SCENARIOS = OfReport("ONPACE_SCENARIOS", months, values, target, share, growth, lastYear, options)
End Function

Function ONPACE_OUTLOOK(months, values, Optional target, Optional share, Optional growth, Optional lastYear, Optional options)
  ONPACE_OUTLOOK = OfReport("ONPACE_OUTLOOK", months, values, target, share, growth, lastYear, options)
End Function

Function ONPACE_CHECK(months, values, Optional target, Optional share, Optional growth, Optional lastYear, Optional options)
  ONPACE_CHECK = OfReport("ONPACE_CHECK", months, values, target, share, growth, lastYear, options)
End Function

Function ONPACE_PICTURE(months, values, Optional target, Optional share, Optional growth, Optional lastYear, Optional options)
  Dim address
  address = OfReport("ONPACE_PICTURE", months, values, target, share, growth, lastYear, options)
  If Left(address, 4) = "/v1/" Then address = ServerOfSheet() & address
  ONPACE_PICTURE = address
End Function

Function ONPACE_EXTRACT(text, Optional options)
  ONPACE_EXTRACT = Cells("ONPACE_EXTRACT", Array(text, Told(options)))
End Function

Function OfReport(formula, months, values, Optional target, Optional share, Optional growth, Optional lastYear, Optional options)
  OfReport = Cells(formula, Array(months, values, Told(target), Told(share), Told(growth), Told(lastYear), Told(options)))
End Function

' Calc hands over 0 for an argument that is skipped between semicolons.
Function Told(Optional argument)
  Told = ""
  If IsMissing(argument) Then Exit Function
  If IsArray(argument) Then
    Told = argument
  ElseIf TypeName(argument) = "String" Then
    Told = argument
  ElseIf argument <> 0 Then
    Told = argument
  End If
End Function

' The answer to one formula: a value, or rows of values for an array formula; a text that begins with #ONPACE when there is none.
Function Cells(formula As String, arguments)
  Dim question As String, answer
  On Error Goto Failed
  question = "{""function"":""formula"",""formula"":" & JsonOfText(formula) & ",""lang"":" & JsonOfText(NamedCell("language", "en")) & ",""arguments"":" & JsonOfArguments(arguments) & "}"
  answer = ReadJson(AnswerTo(question))
  If Member(answer, "status") = 200 Then
    Cells = Table(Member(Member(answer, "answer"), "cells"), formula)
  Else
    Cells = "#ONPACE: " & ProblemText(Member(answer, "problem"))
  End If
  Exit Function
Failed:
  Cells = "#ONPACE: " & Error$
End Function

' The first thing that is wrong, and what to do about it.
Function ProblemText(problem) As String
  Dim problems, hint
  ProblemText = Member(problem, "detail")
  problems = Member(problem, "errors")
  If Not IsArray(problems) Then Exit Function
  hint = Member(problems(0), "hint")
  If Not IsBlank(hint) Then ProblemText = ProblemText & "; " & hint
End Function

' The cells of an answer as Calc takes them: one value, rows of values, or a table that is blank beyond its last row.
Function Table(rows, formula As String)
  Dim row As Long, column As Long, last As Long
  If UBound(rows) = 0 And UBound(rows(0)) = 0 Then
    Table = rows(0)(0)
    Exit Function
  End If
  last = UBound(rows)
  If InStr(" ONPACE_SCENARIOS ONPACE_OUTLOOK ONPACE_EXTRACT ", " " & formula & " ") > 0 And last < ROWS_OF_TABLE - 1 Then last = ROWS_OF_TABLE - 1
  Dim cells(last, UBound(rows(0)))
  For row = 0 To UBound(cells, 1)
    For column = 0 To UBound(cells, 2)
      cells(row, column) = ""
      If row <= UBound(rows) Then
        If column <= UBound(rows(row)) Then
          cells(row, column) = rows(row)(column)
        End If
      End If
    Next column
  Next row
  Table = cells
End Function

' The text of the cell of the document that has a name; otherwise where there is none, as in documents of other make.
Function NamedCell(label As String, otherwise As String) As String
  NamedCell = otherwise
  On Error Goto Nameless
  NamedCell = ThisComponent.NamedRanges.getByName(label).getReferredCells().getCellByPosition(0, 0).getString()
Nameless:
End Function

Function ServerOfSheet() As String
  ServerOfSheet = NamedCell("server", SERVER_BY_DEFAULT)
End Function

' ---- Asking the server ----

' What was answered before is not asked again.
Function AnswerTo(question As String) As String
  Dim address As String, key As String
  address = ServerOfSheet() & "/v1/batch"
  key = address & " " & question
  If IsNull(Answers) Then Answers = com.sun.star.container.EnumerableMap.create("string", "string")
  If Answers.containsKey(key) Then
    AnswerTo = Answers.get(key)
  ElseIf address = MissingServer And (Now() - MissingSince) * 86400 < PAUSE_SECONDS Then
    AnswerTo = NoAnswer(address)
  Else
    AnswerTo = Posted(address, question)
    If address <> MissingServer Then Answers.put(key, AnswerTo)
  End If
End Function

' The body of the answer to a POST.
Function Posted(address As String, body As String) As String
  Dim broker, connection, sent, received, writer, reader
  Dim message As New com.sun.star.ucb.PostCommandArgument2
  Dim request As New com.sun.star.ucb.Command
  On Error Goto Unreachable
  sent = CreateUnoService("com.sun.star.io.Pipe")
  writer = CreateUnoService("com.sun.star.io.TextOutputStream")
  writer.setOutputStream(sent)
  writer.setEncoding("UTF-8")
  writer.writeString(body)
  writer.closeOutput()
  received = CreateUnoService("com.sun.star.io.Pipe")
  message.Source = sent
  message.Sink = received
  message.MediaType = "application/x-ndjson"
  request.Name = "post"
  request.Handle = -1
  request.Argument = message
  broker = CreateUnoService("com.sun.star.ucb.UniversalContentBroker")
  connection = broker.queryContent(broker.createContentIdentifier(address))
  connection.execute(request, 0, Nothing)
  reader = CreateUnoService("com.sun.star.io.TextInputStream")
  reader.setInputStream(received)
  reader.setEncoding("UTF-8")
  Posted = reader.readString(Array(), False)
  MissingServer = ""
  Exit Function
Unreachable:
  MissingServer = address
  MissingSince = Now()
  Posted = NoAnswer(address)
End Function

' A failure in the form of the server's own refusals.
Function NoAnswer(address As String) As String
  Dim words As String
  words = "no answer from " & address & "; when it can be reached, recalculate with Ctrl+Shift+F9"
  If NamedCell("language", "en") = "vi" Then words = "không có trả lời từ " & address & "; khi kết nối được, bấm Ctrl+Shift+F9 để tính lại"
  NoAnswer = "{""status"":503,""problem"":{""detail"":" & JsonOfText(words) & "}}"
End Function

' ---- Writing JSON ----

' The arguments as they are; ranges as their rows, without the rows at the end that are blank in all of them.
Function JsonOfArguments(arguments) As String
  Dim texts(UBound(arguments)) As String
  Dim rows As Long, index As Long
  For index = 0 To UBound(arguments)
    If UsedRows(arguments(index)) > rows Then rows = UsedRows(arguments(index))
  Next index
  For index = 0 To UBound(arguments)
    texts(index) = JsonOf(arguments(index), rows)
  Next index
  JsonOfArguments = "[" & Join(texts, ",") & "]"
End Function

Function JsonOf(argument, most As Long) As String
  Dim first As Long, last As Long, row As Long, column As Long
  If Not IsArray(argument) Then
    JsonOf = JsonOfCell(argument)
    Exit Function
  End If
  first = LBound(argument, 1)
  last = UBound(argument, 1)
  If last > first + most - 1 Then last = first + most - 1
  Dim rows(last - first)
  Dim cells(UBound(argument, 2) - LBound(argument, 2))
  For row = first To last
    For column = LBound(argument, 2) To UBound(argument, 2)
      cells(column - LBound(argument, 2)) = JsonOfCell(argument(row, column))
    Next column
    rows(row - first) = "[" & Join(cells, ",") & "]"
  Next row
  JsonOf = "[" & Join(rows, ",") & "]"
End Function

Function JsonOfCell(cell) As String
  If IsBlank(cell) Then
    JsonOfCell = "null"
  ElseIf TypeName(cell) = "String" Then
    JsonOfCell = JsonOfText(CStr(cell))
  Else
    JsonOfCell = Trim(Str(cell))
  End If
End Function

Function JsonOfText(text As String) As String
  Dim code As Integer
  JsonOfText = Replace(Replace(text, "\", "\\"), """", "\""")
  For code = 0 To 31
    If InStr(JsonOfText, Chr(code)) > 0 Then JsonOfText = Replace(JsonOfText, Chr(code), "\u00" & Right("0" & Hex(code), 2))
  Next code
  JsonOfText = """" & JsonOfText & """"
End Function

Function UsedRows(argument) As Long
  Dim row As Long, column As Long
  If Not IsArray(argument) Then Exit Function
  For row = UBound(argument, 1) To LBound(argument, 1) Step -1
    For column = LBound(argument, 2) To UBound(argument, 2)
      If Not IsBlank(argument(row, column)) Then
        UsedRows = row - LBound(argument, 1) + 1
        Exit Function
      End If
    Next column
  Next row
  UsedRows = 1
End Function

Function IsBlank(cell) As Boolean
  IsBlank = IsEmpty(cell)
  If TypeName(cell) = "String" Then IsBlank = (cell = "")
End Function

' ---- Reading JSON: a list as an array, an object as an array of names and values by turns, null as "" ----

Dim Json As String
Dim Place As Long

Function ReadJson(text As String)
  Json = text
  Place = 1
  ReadJson = NextValue()
End Function

Function NextValue()
  Select Case NextSign()
    Case "{": NextValue = NextList("}")
    Case "[": NextValue = NextList("]")
    Case """": NextValue = NextText()
    Case Else: NextValue = NextWord()
  End Select
End Function

' The next character that is not blank.
Function NextSign() As String
  Do While InStr(" " & Chr(9) & Chr(10) & Chr(13), Mid(Json, Place, 1)) > 0 And Place <= Len(Json)
    Place = Place + 1
  Loop
  NextSign = Mid(Json, Place, 1)
End Function

' What an object has under a name; blank when it has nothing.
Function Member(members, key As String)
  Dim index As Long
  Member = ""
  For index = 0 To UBound(members) Step 2
    If members(index) = key Then Member = members(index + 1)
  Next index
End Function

' The values between brackets or braces.
Function NextList(last As String)
  Dim entries(), count As Long
  Place = Place + 1
  Do While NextSign() <> last And Place <= Len(Json)
    If NextSign() = "," Or NextSign() = ":" Then
      Place = Place + 1
    Else
      ReDim Preserve entries(count)
      entries(count) = NextValue()
      count = count + 1
    End If
  Loop
  Place = Place + 1
  NextList = entries
End Function

Function NextText() As String
  Dim text As String, quote As Long, escape As Long
  Place = Place + 1
  Do
    quote = InStr(Place, Json, """")
    escape = InStr(Place, Json, "\")
    If escape = 0 Or quote < escape Then Exit Do
    text = text & Mid(Json, Place, escape - Place) & Unescaped(Mid(Json, escape, 6))
    Place = escape + IIf(Mid(Json, escape + 1, 1) = "u", 6, 2)
  Loop
  NextText = text & Mid(Json, Place, quote - Place)
  Place = quote + 1
End Function

Function Unescaped(escape As String) As String
  Select Case Mid(escape, 2, 1)
    Case "n": Unescaped = Chr(10)
    Case "r": Unescaped = Chr(13)
    Case "t": Unescaped = Chr(9)
    Case "b": Unescaped = Chr(8)
    Case "f": Unescaped = Chr(12)
    Case "u": Unescaped = Chr(CLng("&H" & Mid(escape, 3, 4)))
    Case Else: Unescaped = Mid(escape, 2, 1)
  End Select
End Function

' A number, true, false or null.
Function NextWord()
  Dim start As Long, word As String
  start = Place
  Do While Place <= Len(Json) And InStr(",]} " & Chr(9) & Chr(10) & Chr(13), Mid(Json, Place, 1)) = 0
    Place = Place + 1
  Loop
  word = Mid(Json, start, Place - start)
  Select Case word
    Case "true", "false": NextWord = word
    Case "null": NextWord = ""
    Case Else: NextWord = Val(word)
  End Select
End Function
