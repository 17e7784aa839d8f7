<%@ page contentType="text/html;charset=UTF-8" session="true" %><!DOCTYPE html>
<html>
<head>
<title>Slow</title>
<link rel="icon" href="data:,">
</head>
<body>
<% Thread.sleep(Long.parseLong(request.getParameter("ms"))); %><p id="session">${pageContext.session.id}</p>
<a id="back" href="index.jsp">back</a>
</body>
</html>
